// Run within reach of a thumb: touch keyboards have no Control, and the button below the
// editor is often under them.
import { useEffect, useRef, useState } from 'preact/hooks'
import { useStore } from '../map/store'
import type { Console } from './state'

const touch = matchMedia('(pointer: coarse)')

/**
 * A bar above the touch keyboard, as long as somebody writes and the form's own button is out of sight. No browser says where
 * its keyboard is; what is left of the page, the visual viewport, ends there.
 */
export function Reach({ console }: { console: Console }) {
  const { running } = useStore(console.store)
  const bar = useRef<HTMLDivElement>(null)
  const [bottom, place] = useState<number | null>(null)
  useEffect(() => {
    const form = bar.current!.closest('form')!
    const look = () => place(bottomOf(form))
    const later = () => setTimeout(look) // focus is nowhere for a moment on its way
    const seen = new ResizeObserver(look)
    seen.observe(form)
    const view = window.visualViewport
    for (const name of ['resize', 'scroll']) (view?.addEventListener(name, look), window.addEventListener(name, look))
    for (const name of ['focusin', 'focusout']) form.addEventListener(name, later)
    return () => {
      seen.disconnect()
      for (const name of ['resize', 'scroll']) (view?.removeEventListener(name, look), window.removeEventListener(name, look))
      for (const name of ['focusin', 'focusout']) form.removeEventListener(name, later)
    }
  }, [])
  const run = async () => {
    ;(document.activeElement as HTMLElement | null)?.blur() // the keyboard goes, so that the answer is seen
    const { past } = console.state
    await console.run()
    if (console.state.past === past) return // it asks for a parameter first
    requestAnimationFrame(() => document.getElementById(console.state.problem ? 'problem' : 'result')?.scrollIntoView())
  }
  return (
    <div ref={bar} class="console__reach" hidden={bottom === null} style={{ top: `${bottom ?? 0}px` }} onPointerDown={(e) => e.preventDefault() /* the editor keeps the keyboard */}>
      {running ? <button class="button button--quiet" type="button" onClick={console.cancel}>Stop</button>
        : <button class="button" type="button" aria-label="Run the statement" onClick={() => void run()}>Run</button>}
    </div>
  )
}

/** Where what is seen of the page ends, while somebody writes in the form and does not see its button; else null. */
function bottomOf(form: HTMLElement): number | null {
  const writes = document.activeElement
  if (!touch.matches || !writes || !form.contains(writes) || writes.tagName === 'BUTTON') return null
  const { offsetTop = 0, height = innerHeight } = window.visualViewport ?? {}
  const own = form.querySelector('[type=submit]')!.getBoundingClientRect()
  return own.top >= offsetTop && own.bottom <= offsetTop + height ? null : offsetTop + height
}
