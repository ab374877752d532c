import { useEffect, useState } from 'preact/hooks'
import { get, type Params } from '../../api'

export interface Loaded<T> { value?: T; problem?: string }

/** Asks the server when the question changes; an answer to an older one is dropped. */
export function useAnswer<T>(address: string, params: Params = {}): Loaded<T> {
  const [loaded, set] = useState<Loaded<T>>({})
  const key = address + JSON.stringify(params)
  useEffect(() => {
    const asked = new AbortController()
    set({})
    get<T>(address, params, asked.signal)
      .then((value) => set({ value }))
      .catch((err: Error) => asked.signal.aborted || set({ problem: err.message }))
    return () => asked.abort()
  }, [key])
  return loaded
}
