// Presentational components.

import { useState } from 'react';

import { ABSENT, LONG_TEXT, isAbsent, trailText } from '../shared/values.js';

export function Card({ title, children }) {
  return (
    <section className="card">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function Property({ label, wide, children }) {
  return (
    <div className={wide ? 'property wide' : 'property'}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Trail({ label, steps }) {
  if (isAbsent(steps)) return <Property label={label}>{ABSENT}</Property>;
  return (
    <Property label={label}>
      <div className="trail">
        <ol aria-label={label}>
          {steps.map((step, index) => (
            <li key={index}>{step}</li>
          ))}
        </ol>
        <CopyButton label={label} value={trailText(steps)} />
      </div>
    </Property>
  );
}

export function LongText({ text }) {
  const [isOpen, setOpen] = useState(false);
  if (isAbsent(text)) return ABSENT;
  const isLong = text.length > LONG_TEXT;
  return (
    <>
      <span className="long-text">{isLong && !isOpen ? `${text.slice(0, LONG_TEXT)}…` : text}</span>
      {isLong && <button onClick={() => setOpen(!isOpen)}>{isOpen ? '收起' : '展开全文'}</button>}
    </>
  );
}

export function CopyButton({ label, value }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(String(value));
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <button type="button" className={isCopied ? 'copy copied' : 'copy'} aria-label={`复制${label}`} onClick={copy}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z" />
      </svg>
    </button>
  );
}
