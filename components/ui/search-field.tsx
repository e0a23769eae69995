import { useTranslations } from "next-intl";
import { Search } from "@/components/ui/icons";
import { Button } from "./button";

type SearchFieldProps = {
  /** What is searched: "Search the glossary". */
  label: string;
  value?: string | undefined;
  name?: string | undefined;
  /** Filters to keep, sent along. */
  keep?: Record<string, string | undefined> | undefined;
};

/** A plain GET form: the question stays in the address, and it works without script. */
export function SearchField({ label, value, name = "q", keep = {} }: SearchFieldProps) {
  const t = useTranslations("ui");
  return (
    <search>
      <form className="search">
        <Search />
        <input
          type="search"
          name={name}
          defaultValue={value}
          aria-label={label}
          placeholder={label}
          className="input"
        />
        {Object.entries(keep).map(([key, kept]) => kept && <input key={key} type="hidden" name={key} value={kept} />)}
        <Button type="submit" icon={<Search />}>
          <span>{t("search")}</span>
        </Button>
      </form>
    </search>
  );
}
