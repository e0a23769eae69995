import type { ComponentProps, ReactNode } from "react";
import drawn from "./icons.svg";

export type Icon = (props: ComponentProps<"svg">) => ReactNode;

/** Drawn once, in icons.svg, and pointed at: a page carries an icon's name and not its lines. A new one is added here, and `npm run icons` draws it. */
function point(name: string): Icon {
  return ({ className, ...rest }) => (
    <svg aria-hidden="true" {...rest} className={className ? `icon ${className}` : "icon"}>
      <use href={`${drawn.src}#${name}`} />
    </svg>
  );
}

export const ArrowDown = point("arrow-down");
export const ArrowUp = point("arrow-up");
export const ArrowUpDown = point("arrow-up-down");
export const BookOpen = point("book-open");
export const Bookmark = point("bookmark");
export const Building2 = point("building-complex");
export const CalendarClock = point("calendar-clock");
export const CalendarDays = point("calendar-days");
export const CalendarPlus = point("calendar-plus");
export const CalendarSearch = point("calendar-search");
export const CalendarX2 = point("calendar-x-2");
export const Check = point("check");
export const CheckCheck = point("check-check");
export const ChevronDown = point("chevron-down");
export const CircleAlert = point("circle-exclamation-point");
export const Clock = point("clock");
export const Copy = point("copy");
export const CornerDownRight = point("corner-down-right");
export const DoorOpen = point("door-open");
export const Download = point("download");
export const ExternalLink = point("external-link");
export const FileText = point("file-text");
export const FlaskConical = point("flask-conical");
export const Gavel = point("gavel");
export const History = point("rotate-ccw-clock");
export const House = point("house");
export const Inbox = point("inbox");
export const KeyRound = point("key-round");
export const Keyboard = point("keyboard");
export const Languages = point("languages");
export const Layers = point("layers");
export const LayoutList = point("layout-list");
export const ListTodo = point("list-todo");
export const LoaderCircle = point("loader-circle");
export const Lock = point("lock");
export const LogIn = point("log-in");
export const LogOut = point("log-out");
export const Mail = point("mail");
export const Menu = point("menu");
export const MessageSquareOff = point("message-square-off");
export const MessageSquareQuote = point("message-square-quote");
export const Minus = point("minus");
export const Moon = point("moon");
export const NotebookPen = point("notebook-pen");
export const PenLine = point("pen-line");
export const PencilLine = point("pencil-line");
export const Plus = point("plus");
export const RotateCcw = point("rotate-ccw");
export const Scale = point("scale");
export const Search = point("search");
export const Send = point("send");
export const Settings = point("settings");
export const Signpost = point("signpost");
export const Sun = point("sun");
export const Table2 = point("table-2");
export const Trash2 = point("trash");
export const UserRound = point("user-round");
export const X = point("x");
