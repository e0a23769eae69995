import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { Link, type LinkProps } from "./link";
import { Popover, type PopoverProps } from "./popover";

/** Links and acts under one button: a list one tabs through, in the order it is read. */
export function Menu({ className, ...rest }: PopoverProps) {
  return <Popover {...rest} className={clsx("menu", className)} />;
}

export function MenuLink({ icon, children, ...rest }: LinkProps & { icon?: ReactNode }) {
  return (
    <Link {...rest} className="menu-item">
      {icon}
      {children}
    </Link>
  );
}

export function MenuButton({
  icon,
  children,
  type = "button",
  ...rest
}: ComponentProps<"button"> & { icon?: ReactNode }) {
  return (
    <button {...rest} type={type} className="menu-item">
      {icon}
      {children}
    </button>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <p className="menu-label">{children}</p>;
}

export function MenuRule() {
  return <hr className="menu-rule" />;
}
