import { Button } from "../ui/button";

type RestoredNoticeProps = { text: string; drop: string; onDrop: () => void };

/** Says that earlier typing was restored, with a button that discards it. */
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
