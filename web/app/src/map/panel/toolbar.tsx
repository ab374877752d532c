// The buttons over the picture: undo and redo, how it is looked at, and what is done to it.
import { useEffect, useRef, useState } from 'preact/hooks'
import { zoomAt } from '../camera'
import type { Controller } from '../controller'
import { useStore } from '../store'
import { Arrange } from './arrange'

const drawings = {
  undo: 'M4 8H12A4 4 0 0 1 12 16H8M7 4.5L3.5 8L7 11.5', redo: 'M16 8H8A4 4 0 0 0 8 16H12M13 4.5L16.5 8L13 11.5',
  in: 'M10 4V16M4 10H16', out: 'M4 10H16', fit: 'M3 7V3H7M13 3H17V7M17 13V17H13M7 17H3V13', again: 'M16 10A6 6 0 1 1 14 5.5M14.5 2V6H10.5',
  lasso: 'M5 13C1.5 10 4 4 10 4S18.500 9 15 12S8 15 6.500 13.500S8 11 8.500 13S7 17 5 17.500', arrange: 'M4 4H8V8H4ZM12 12H16V16H12ZM12 4H16V8H12ZM8 6H12M14 8V12M7.500 8L12 13',
  note: 'M4 3H16V12L12 17H4ZM12 17V12H16M7 7H13M7 10H10', help: 'M7 7.500A3 3 0 1 1 10.500 10.500V12M10.500 15.500V15.600',
}

interface ToolProps { name: keyof typeof drawings; label: string; act(): void; off?: boolean; pressed?: boolean; expanded?: boolean }

function Tool({ name, label, act, off, pressed, expanded }: ToolProps) {
  return (
    <button type="button" class="button button--quiet button--small map-tool" aria-label={label} title={label} onClick={act}
      disabled={off} aria-pressed={pressed} aria-expanded={expanded}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
        <path d={drawings[name]} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
      </svg>
    </button>
  )
}

export function Toolbar({ map }: { map: Controller }) {
  const { tool } = useStore(map.store)
  const [open, setOpen] = useState(false)
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => keepClear(map, bar.current!), [])
  const zoom = (factor: number) => () => {
    const { stage } = map
    stage.settle()
    stage.lookAt(zoomAt(stage.camera, stage.size, { x: stage.size.width / 2, y: stage.size.height / 2 }, factor))
    map.save()
  }
  const close = () => {
    setOpen(false)
    bar.current!.querySelector<HTMLElement>('[aria-expanded]')?.focus()
  }
  return (
    <>
      <div ref={bar} class="map__tools" role="group" aria-label="Picture">
        {map.journey && <Tool name="undo" label="Undo" act={map.undo} off={!map.journey.canUndo} />}
        {map.journey && <Tool name="redo" label="Redo" act={map.redo} off={!map.journey.canRedo} />}
        <Tool name="in" label="Zoom in" act={zoom(1.4)} />
        <Tool name="out" label="Zoom out" act={zoom(1 / 1.4)} />
        <Tool name="fit" label="Show all" act={() => map.fit()} />
        {!map.exploring && <Tool name="again" label="Arrange afresh" act={() => void map.rearrange()} />}
        {map.exploring && (
          <>
            <Tool name="lasso" label="Select with a lasso" pressed={tool?.name === 'lasso'} act={() => map.aim(tool?.name === 'lasso' ? null : { name: 'lasso' })} />
            <Tool name="arrange" label="Arrange" expanded={open} act={() => setOpen(!open)} />
            <Tool name="note" label="Add a note" act={() => map.write(undefined)} />
            <Tool name="help" label="Keys and help" act={map.help} />
          </>
        )}
      </div>
      {open && <Arrange map={map} close={close} />}
    </>
  )
}

/** Names of bodies are not written beneath the buttons. */
function keepClear({ stage }: Controller, bar: HTMLElement) {
  const tell = () => {
    stage.reserved = { x: 0, y: 0, w: bar.offsetLeft + bar.offsetWidth, h: bar.offsetTop + bar.offsetHeight }
  }
  const watch = new ResizeObserver(tell)
  watch.observe(bar)
  return () => watch.disconnect()
}
