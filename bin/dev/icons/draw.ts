type Shape = [tag: string, attributes: Record<string, string>];
type Drawing = { __iconData: { node: Shape[] } };

const toTag = ([tag, { key: _, ...attributes }]: Shape) => {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${tag}${written.join("")}/>`;
};

async function drawIcon(name: string): Promise<string> {
  const { __iconData }: Drawing = await import(`lucide-react/icons/${name}`);
  return `<symbol id="${name}" viewBox="0 0 24 24">${__iconData.node.map(toTag).join("")}</symbol>`;
}

/** One file of all icons that the source text points at, each under its name. */
export async function drawIcons(source: string): Promise<string> {
  const names = [...source.matchAll(/ = point\("([a-z0-9-]+)"\)/g)].map(([, name = ""]) => name);
  const symbols = await Promise.all(names.map(drawIcon));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n${symbols.join("\n")}\n</svg>\n`;
}
