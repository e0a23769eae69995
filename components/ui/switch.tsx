import { Checkbox, type CheckboxProps } from "./checkbox";

/** A setting that takes effect when it is moved; what needs saving is a checkbox. */
export function Switch(props: CheckboxProps) {
  return <Checkbox {...props} role="switch" />;
}
