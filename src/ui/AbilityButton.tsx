import { Button, type ButtonProps } from "antd";
import { useId } from "react";
import type { Decision } from "#kernel/policy.ts";
import { useSentence } from "#ui/sentences.tsx";

type AbilityButtonProps = Omit<ButtonProps, "disabled"> & { readonly ability: Decision | undefined };

/**
 * The server says whether a person may; a refused button stays visible and reachable and says why on hover and on focus.
 * An ability that was not sent hides the button: the record does not know this action.
 */
export function AbilityButton({ ability, onClick, children, ...rest }: AbilityButtonProps) {
  const sentence = useSentence();
  const id = useId();
  if (!ability) return null;
  if (ability.allowed)
    return (
      <Button {...rest} {...(onClick ? { onClick } : {})}>
        {children}
      </Button>
    );
  return (
    <span className="reasoned">
      <Button
        {...rest}
        type="default"
        className="button-refused"
        aria-disabled="true"
        aria-describedby={id}
        onClick={(event) => event.preventDefault()}
      >
        {children}
      </Button>
      <span id={id} role="tooltip" className="reason">
        {sentence(ability.because)}
      </span>
    </span>
  );
}
