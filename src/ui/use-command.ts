import { useMutation, useQueryClient } from "@tanstack/react-query";

/** Runs a command and reads again what it may have changed, named by the first words of the keys. */
export function useCommand<Input, Output>(
  run: (input: Input) => Promise<Output>,
  touches: readonly string[],
  onDone?: (output: Output) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async (output) => {
      onDone?.(output);
      await Promise.all(touches.map((touched) => client.invalidateQueries({ queryKey: [touched] })));
    },
  });
}
