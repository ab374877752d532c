import { useLayoutEffect, useReducer } from 'preact/hooks'

/** A value that is replaced, never changed in place, and tells who listens. */
export class Store<T extends object> {
  private listeners = new Set<(now: T, before: T) => void>()

  constructor(private value: T) {}

  get(): T {
    return this.value
  }

  set(patch: Partial<T>) {
    const before = this.value
    this.value = { ...before, ...patch }
    for (const listen of [...this.listeners]) listen(this.value, before)
  }

  on(listen: (now: T, before: T) => void): () => void {
    this.listeners.add(listen)
    return () => this.listeners.delete(listen)
  }
}

/** The store's value in a component that is drawn again when it changes. */
export function useStore<T extends object>(store: Store<T>): T {
  const [, again] = useReducer((n: number, _: void) => n + 1, 0)
  const drawn = store.get()
  useLayoutEffect(() => {
    if (store.get() !== drawn) again() // it changed before we listened
    return store.on(() => again())
  }, [store])
  return drawn
}
