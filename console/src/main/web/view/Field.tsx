import type { Signal } from '@preact/signals';
import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

interface Given extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onInput' | 'label'> {
  readonly label: ComponentChildren;
  readonly 'data-first'?: boolean;
  readonly of: Signal<string>;
  /** A line under the field that says how it is written. */
  readonly hint?: ComponentChildren;
}

/** A field with its label, bound to a signal. */
export function Field({ label, of, hint, ...more }: Given) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...(more as object)}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={of.value}
        onInput={(event) => {
          of.value = event.currentTarget.value;
        }}
      />
      {hint ? (
        <small id={`${id}-hint`} dir="auto">
          {hint}
        </small>
      ) : null}
    </div>
  );
}

interface Choices {
  readonly label: ComponentChildren;
  readonly of: Signal<string>;
  readonly choices: readonly (readonly [value: string, text: string])[];
}

/** A choice of some words with its label. */
export function Choice({ label, of, choices }: Choices) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={of.value}
        onChange={(event) => {
          of.value = event.currentTarget.value;
        }}
      >
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
