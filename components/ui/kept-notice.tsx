import { Button } from "./button";

type KeptNoticeProps = { text: string; drop: string; onDrop: () => void };

/** What was typed before is here again; whoever does not want it says so. */
export function KeptNotice({ text, drop, onDrop }: KeptNoticeProps) {
  return (
    <div className="notice notice-pen">
      <p>{text}</p>
      <Button variant="text" onClick={onDrop}>
        {drop}
      </Button>
    </div>
  );
}
