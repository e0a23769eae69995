import { useLocale, useTranslations } from "next-intl";
import { LanguagePair } from "@/components/ui/language-pair";
import { TextField } from "@/components/ui/text-field";

type BilingualFieldProps = { name: "authorizedBy" | "instrument"; wrong: (field: string) => string | undefined };

/** A text in one language or both. An error about the pair is shown at the reader's language. */
export function BilingualField({ name, wrong }: BilingualFieldProps) {
  const t = useTranslations("mandates.grant");
  const locale = useLocale();
  const field = (language: "en" | "fr") => {
    const id = language === locale ? name : `${name}.${language}`;
    return (
      <TextField
        id={id}
        name={`${name}.${language}`}
        label={t(language === "en" ? "english" : "french")}
        lang={language}
        required={false}
        maxLength={name === "instrument" ? 300 : 200}
        error={wrong(`${name}.${language}`) ?? (language === locale ? wrong(name) : undefined)}
      />
    );
  };
  return <LanguagePair label={t(name)} hint={t(`${name}Hint`)} en={field("en")} fr={field("fr")} />;
}
