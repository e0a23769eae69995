/** An address outside, as it was given. It is told nothing of where its visitor comes from. */
export function ExternalLink({ href }: { href: string }) {
  return (
    <a href={href} rel="noreferrer nofollow ugc" className="[overflow-wrap:anywhere]">
      {href.replace(/^https?:\/\//, "").replace(/\/$/, "")}
    </a>
  );
}
