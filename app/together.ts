/**
 * The same question, asked for many at once. Nobody waits while few are asked: a question leaves at once. What is asked
 * while as many are under way as may be leaves together, as one, when one of them is answered. Each is asked of the
 * database after its asker came, so no answer is older than its question.
 */

type Waiting<A> = { readonly answered: (answer: A | undefined) => void; readonly failed: (error: unknown) => void };

/**
 * @param ask answers many keys; one that it leaves out has no answer
 * @param atOnce questions under way
 * @param most keys of one question
 */
export function together<A>(
  ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, A>>,
  { atOnce, most }: { readonly atOnce: number; readonly most: number },
): (key: string) => Promise<A | undefined> {
  const waiting: (Waiting<A> & { readonly key: string })[] = [];
  let underWay = 0;

  async function leave(): Promise<void> {
    underWay += 1;
    while (waiting.length > 0) {
      const group = waiting.splice(0, most);
      try {
        const answers = await ask([...new Set(group.map(({ key }) => key))]);
        for (const { key, answered } of group) answered(answers.get(key));
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    underWay -= 1;
  }

  return (key) =>
    new Promise((answered, failed) => {
      waiting.push({ key, answered, failed });
      if (underWay < atOnce) void leave();
    });
}
