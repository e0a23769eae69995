import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";
import { LoaderCircle } from "@/components/ui/icons";

export type ButtonStyle = {
  variant?: "plain" | "primary" | "text" | "danger" | undefined;
  small?: boolean | undefined;
  wide?: boolean | undefined;
};

export const buttonClass = ({ variant = "plain", small, wide }: ButtonStyle, className?: string) =>
  clsx("btn", variant !== "plain" && `btn-${variant}`, small && "btn-small", wide && "btn-wide", className);

type ButtonProps = Omit<ComponentProps<"button">, "disabled"> &
  ButtonStyle & {
    icon?: ReactNode;
    loading?: boolean | undefined;
    /** Why it cannot be pressed now. It stays in the tab order, and the words stand beside it. */
    reason?: string | undefined;
  };

/** A verb and its object. A button that waits or is refused keeps its place and its label. */
export function Button({
  variant,
  small,
  wide,
  icon,
  loading,
  reason,
  type = "button",
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const id = useId();
  const stopped = Boolean(loading || reason);
  return (
    <>
      <button
        {...rest}
        {...(stopped ? { "aria-disabled": true } : { onClick })}
        {...(loading && { "aria-busy": true })}
        {...(reason && { "aria-describedby": id })}
        type={stopped ? "button" : type}
        className={buttonClass({ variant, small, wide }, className)}
      >
        {loading ? <LoaderCircle className="spinner" /> : icon}
        {children}
      </button>
      {reason && (
        <span id={id} className="reason">
          {reason}
        </span>
      )}
    </>
  );
}
