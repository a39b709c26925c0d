import { type HTMLInputTypeAttribute, useId } from "react";

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: HTMLInputTypeAttribute;
  /** Which keyboard a phone shows. */
  readonly inputMode?: "decimal" | "numeric" | "text";
  readonly hint?: string;
  readonly required?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Of a day: the last that can be chosen. */
  readonly max?: string;
  readonly rows?: number;
  /** The drawer that opens with this field puts the cursor here. */
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  readonly placeholder?: string;
};

/** A label above its field, and below it what is expected. With `rows` it takes several lines. */
export function Field({ label, value, onChange, type = "text", hint, rows, required = false, autoFocus = false, ...rest }: FieldProps) {
  const id = useId();
  const shared = {
    id,
    className: "input",
    value,
    required,
    ...rest,
    ...(autoFocus ? { "data-first": true } : {}),
    ...(hint ? { "aria-describedby": `${id}-hint` } : {}),
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required ? <span aria-hidden="true"> *</span> : null}
      </label>
      {rows ? (
        <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} type={type} onChange={(event) => onChange(event.target.value)} />
      )}
      {hint ? (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      ) : null}
    </div>
  );
}
