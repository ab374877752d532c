// Plays the years: one step after another, each once the picture of the last has come.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Travel } from './travel'

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Long enough to see what changed; longer where nothing moves to show it. */
const dwell = () => (still() ? 3000 : 1500)

export function usePlay(travel: Travel, next: () => string | undefined): [boolean, (on: boolean) => void] {
  const [playing, setPlaying] = useState(false)
  const step = useRef(next)
  step.current = next
  useEffect(() => {
    if (!playing) return
    const over = new AbortController()
    const stop = () => setPlaying(false)
    document.addEventListener('visibilitychange', stop, { signal: over.signal })
    window.addEventListener('popstate', stop, { signal: over.signal })
    void run(travel, () => step.current(), over.signal).then(stop)
    return () => over.abort()
  }, [playing])
  return [playing, setPlaying]
}

async function run(travel: Travel, next: () => string | undefined, over: AbortSignal) {
  let first = true
  while (!over.aborted) {
    const day = next()
    if (!day || (!first && !travel.still)) return // the end, or the reader went elsewhere
    await travel.to(day, !first)
    first = false
    await wait(dwell(), over)
  }
}

function wait(ms: number, over: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms)
    over.addEventListener('abort', () => {
      clearTimeout(timer)
      done()
    }, { once: true })
  })
}
