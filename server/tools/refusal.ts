/** What a tool does not do, in a sentence for the one who asked. */
export class Refusal extends Error {}

/** Runs a tool: what it refuses is printed as that sentence, and the program ends with 2. */
export async function refusing(act: () => void | Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
