// What a person does at the map, for the tests: they know no name of the sample.
import { expect, type Page } from '@playwright/test'

export interface Drawn { edges: string[]; nodes: { id: string; x: number; y: number }[] }

export const canvas = (page: Page) => page.locator('.map-canvas')
export const drawn = (page: Page) => canvas(page).evaluate((c) => (c as unknown as { drawn: Drawn }).drawn)
export const table = (page: Page) => page.locator('tr[data-edge]').evaluateAll((rows) => rows.map((r) => (r as HTMLElement).dataset.edge!).sort())
export const tool = (page: Page, name: string) => page.locator('.map__tools').getByRole('button', { name, exact: true })

export async function open(page: Page, address: string) {
  await page.goto(address)
  await expect(canvas(page)).toHaveAttribute('data-painted', /[1-9]/)
  await rest(page)
}

/** The picture comes to rest: two looks a moment apart see the same. */
export async function rest(page: Page) {
  let before = ''
  await expect.poll(async () => {
    await page.waitForTimeout(250)
    const now = JSON.stringify(await drawn(page))
    const still = now === before
    before = now
    return still
  }).toBe(true)
}

export const place = async (page: Page, id: string) => (await drawn(page)).nodes.find((n) => n.id === id)!

/** The best connected of the overview. */
export async function hub(page: Page): Promise<string> {
  await open(page, '/map')
  return (await drawn(page)).nodes[0]!.id
}

/** A hub selected on a map of its own. */
export async function alone(page: Page): Promise<string> {
  const id = await hub(page)
  await open(page, `/map?show=${encodeURIComponent(id)}&selected=${encodeURIComponent(id)}`)
  return id
}

/** The address and what the picture shows; the table has to have the same lines. */
export async function state(page: Page) {
  const { nodes, edges } = await drawn(page)
  return { address: page.url(), nodes: nodes.map((n) => n.id).sort(), edges: edges.sort() }
}

export async function twins(page: Page) {
  await expect.poll(() => table(page)).toEqual((await state(page)).edges)
}

type Places = Record<string, { x: number; y: number }>

/** Where everything stands on the canvas. */
export const places = async (page: Page): Promise<Places> => Object.fromEntries((await drawn(page)).nodes.map(({ id, x, y }) => [id, { x, y }]))

/** How far the farthest body stands from where it stood, in pixels; Infinity when they are not the same bodies. */
export function apart(a: Places, b: Places): number {
  if (Object.keys(a).sort().join() !== Object.keys(b).sort().join()) return Infinity
  return Math.max(0, ...Object.keys(a).map((id) => Math.hypot(a[id]!.x - b[id]!.x, a[id]!.y - b[id]!.y)))
}

export const expand = async (page: Page) => {
  const before = (await drawn(page)).nodes.length
  await page.locator('.map-hood button').filter({ hasText: '+' }).first().click()
  await expect.poll(async () => (await drawn(page)).nodes.length).toBeGreaterThan(before)
  await rest(page)
}

/** Draws with one finger, as the browser hears it from a screen; hold waits before it is lifted. */
export async function finger(page: Page, [first, ...rest]: { x: number; y: number }[], hold = 0) {
  const cdp = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints })
  await touch('touchStart', first!)
  let last = first!
  for (const to of rest) {
    for (let i = 1; i <= 6; i++) await touch('touchMove', { x: last.x + ((to.x - last.x) * i) / 6, y: last.y + ((to.y - last.y) * i) / 6 })
    last = to
  }
  await page.waitForTimeout(hold)
  await touch('touchEnd')
  await cdp.detach()
}
