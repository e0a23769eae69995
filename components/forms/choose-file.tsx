"use client";

import type { ChangeEvent, RefObject } from "react";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { FileDrop } from "@/components/ui/file-drop";
import { readProblem } from "./read-problem";

type ChooseFileProps = {
  ref: RefObject<HTMLInputElement | null>;
  name: string;
  accept: string;
  texts: { choose: string; hint: string; reading: string; offline: string; another: string };
  reading: boolean;
  error: unknown;
  onFile: (file: File) => void;
  onAgain: () => void;
};

/** A file to be read before anything is written: the choice, that it is being read, and what is wrong with it. */
export function ChooseFile({ ref, name, accept, texts, reading, error, onFile, onAgain }: ChooseFileProps) {
  const problem = error ? readProblem(error) : null;
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) onFile(file);
  };
  return (
    <>
      <FileDrop
        ref={ref}
        name={name}
        label={texts.choose}
        hint={texts.hint}
        accept={accept}
        onChange={choose}
        error={undefined}
      />
      {reading && (
        <p role="status" className="text-ink-2">
          {texts.reading}
        </p>
      )}
      {problem && (
        <ErrorBlock
          live
          title={problem.detail ?? texts.offline}
          actions={<Button onClick={onAgain}>{texts.another}</Button>}
        >
          {problem.mistakes.map(({ message }) => message).join(" ")}
        </ErrorBlock>
      )}
    </>
  );
}
