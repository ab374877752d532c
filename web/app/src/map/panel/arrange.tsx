import { useEffect, useRef } from 'preact/hooks'
import type { View } from '../address'
import type { Controller } from '../controller'
import { useStore } from '../store'

type Options = [value: string, label: string][]

const layouts: Options = [['', 'Freely, by force'], ['tree', 'As a tree'], ['circle', 'In a circle'], ['columns', 'In columns, by kind'], ['rings', 'In rings around the selected']]
const sizes: Options = [['', 'Links on the map'], ['claims', 'Claims on the map'], ['degree', 'Links in the whole graph'], ['betweenness', 'How often it lies between others'], ['pagerank', 'PageRank']]
const colours: Options = [['', 'Kind'], ['community', 'Community']]

/** How the picture is laid out and what sizes and colours mean. */
export function Arrange({ map, close }: { map: Controller; close(): void }) {
  const { view } = useStore(map.store)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current!.querySelector('select')!.focus(), [])
  const choose = (change: Partial<View>) => {
    if (change.layout !== undefined) map.stage.framed = true
    void map.narrow(change)
  }
  return (
    <div ref={box} class="map-arrange" role="group" aria-label="Arrange" onKeyDown={(e) => {
      if (e.key === 'Escape') close()
    }}>
      <button type="button" class="map-close" aria-label="Close Arrange" onClick={close}>×</button>
      <Choice label="Layout" now={view.layout} options={layouts} choose={(layout) => choose({ layout })} />
      <Choice label="Size means" now={view.size} options={sizes} choose={(size) => choose({ size })} />
      <Choice label="Colour means" now={view.colour} options={colours} choose={(colour) => choose({ colour })} />
      <p class="map-about__do">
        <button type="button" class="button button--quiet button--small" onClick={() => void map.rearrange()}>Arrange afresh</button>
        {view.pins.length > 0 && <button type="button" class="button button--quiet button--small" onClick={() => void map.narrow({ pins: [] })}>Unpin all {view.pins.length}</button>}
      </p>
    </div>
  )
}

function Choice({ label, now, options, choose }: { label: string; now: string; options: Options; choose(value: string): void }) {
  return (
    <label>{label}
      <select class="field field--small" value={options.some(([v]) => v === now) ? now : ''} onChange={(e) => choose(e.currentTarget.value)}>
        {options.map(([value, text]) => <option key={value} value={value}>{text}</option>)}
      </select>
    </label>
  )
}
