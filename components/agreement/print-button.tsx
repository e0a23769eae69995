"use client";

import "./print-button.css";

export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" className="agree-print" onClick={() => window.print()}>
      {label}
    </button>
  );
}
