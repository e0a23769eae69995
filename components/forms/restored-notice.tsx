import { Button } from "../ui/button";

type RestoredNoticeProps = { text: string; drop: string; onDrop: () => void };

/** What was typed before is here again; whoever does not want it says so. */
export function RestoredNotice({ text, drop, onDrop }: RestoredNoticeProps) {
  return (
    <div className="notice notice-pen">
      <p>{text}</p>
      <Button variant="text" onClick={onDrop}>
        {drop}
      </Button>
    </div>
  );
}
