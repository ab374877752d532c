// Long work in steps: the page answers its reader between slices of them.

const slice = 12 // ms

/** Goes through all steps at once. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Goes through the steps and lets the page do other things now and then; short work is done at once. */
export async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const began = performance.now()
    do {
      const step = steps.next()
      if (step.done) return step.value
    } while (performance.now() - began < slice)
    await new Promise((next) => setTimeout(next))
  }
}
