import { type HTMLInputTypeAttribute, useId } from "react";

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: HTMLInputTypeAttribute;
  readonly hint?: string;
  readonly required?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly rows?: number;
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  readonly placeholder?: string;
};

/** A label above its field, and below it what is expected. With `rows` it takes several lines. */
export function Field({ label, value, onChange, type = "text", hint, rows, required = false, autoFocus = false, ...rest }: FieldProps) {
  const id = useId();
  const shared = { id, className: "input", value, required, ...rest, ...(hint ? { "aria-describedby": `${id}-hint` } : {}) };
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required ? <span aria-hidden="true"> *</span> : null}
      </label>
      {rows ? (
        // biome-ignore lint/a11y/noAutofocus: asked for by the drawer that opens with this field
        <textarea {...shared} rows={rows} autoFocus={autoFocus} onChange={(event) => onChange(event.target.value)} />
      ) : (
        // biome-ignore lint/a11y/noAutofocus: asked for by the drawer that opens with this field
        <input {...shared} type={type} autoFocus={autoFocus} onChange={(event) => onChange(event.target.value)} />
      )}
      {hint ? (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      ) : null}
    </div>
  );
}
