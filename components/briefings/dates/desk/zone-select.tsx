"use client";

import { type Option, Select } from "@/components/ui/select";

export type ZoneGroups = readonly { label: string; options: readonly Option[] }[];

type ZoneSelectProps = {
  id: string;
  label: string;
  hint?: string;
  groups: ZoneGroups;
  value: string;
  error?: string | undefined;
  onChange: (zone: string) => void;
};

/** A clock by its city; Canada's first. */
export function ZoneSelect({ id, label, hint, groups, value, error, onChange }: ZoneSelectProps) {
  return (
    <Select
      name={id}
      label={label}
      hint={hint}
      options={[]}
      groups={groups}
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
