import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { buttonClass } from "./button";

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label" | "children"> & {
  label: string;
  icon: ReactNode;
  variant?: "plain" | "text" | undefined;
  small?: boolean | undefined;
};

/** For the few acts whose picture is known to everyone (close, copy); the label is its accessible name. */
export function IconButton({
  label,
  icon,
  variant = "text",
  small,
  className,
  type = "button",
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={clsx(buttonClass({ variant, small }), "btn-icon", className)}
    >
      {icon}
    </button>
  );
}
