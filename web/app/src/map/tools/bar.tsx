// The tools over the picture: a button each, one open at a time.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Ref } from '../../api'
import type { Controller } from '../controller'
import { FinderPanel } from './finder'
import { finders } from './finders'
import { Take } from './take'

const takeAway = 'Save and share'
const names = [...finders.map((f) => f.name), takeAway]

export function Bar({ map }: { map: Controller }) {
  const [open, setOpen] = useState('')
  const [picked, setPicked] = useState<Ref[]>([]) // kept from tool to tool
  const bar = useRef<HTMLDivElement>(null)
  const finder = finders.find((f) => f.name === open)
  const toggle = (name: string) => {
    setOpen(open === name ? '' : name)
    if (!picked.length) setPicked(map.selection)
  }
  const close = () => {
    bar.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus()
    setOpen('')
  }
  useEffect(() => { // the panel beside the picture asks for a tool with what is selected
    const ask = (event: Event) => {
      setPicked(map.selection)
      setOpen((event as CustomEvent<string>).detail)
    }
    document.addEventListener('mapper:tool', ask)
    return () => document.removeEventListener('mapper:tool', ask)
  }, [])
  return (
    <>
      <div ref={bar} class="tool-bar" role="group" aria-label="Tools">
        {names.map((name) => (
          <button key={name} type="button" class="button button--quiet button--small" aria-expanded={open === name} aria-controls="tool-panel" onClick={() => toggle(name)}>{name}</button>
        ))}
      </div>
      <Sheet name={open} close={close}>
        {finder && <FinderPanel key={finder.name} map={map} finder={finder} picked={picked} pick={setPicked} />}
        {open === takeAway && <Take map={map} />}
      </Sheet>
    </>
  )
}

function Sheet({ name, close, children }: { name: string; close(): void; children: preact.ComponentChildren }) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => { if (name) head.current?.focus() }, [name])
  return (
    <section id="tool-panel" class="tool-panel" hidden={!name} aria-labelledby="tool-head" onKeyDown={(e) => {
      if (e.key === 'Escape' && !e.defaultPrevented) close()
    }}>
      <div class="tool-top"><h2 id="tool-head" tabIndex={-1} ref={head}>{name}</h2>
        <button type="button" class="map-close tool-close" aria-label={`Close ${name}`} onClick={close}>×</button></div>
      {children}
    </section>
  )
}
