import AxeBuilder from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import { expect, test, type Download, type Page } from '@playwright/test'

interface Drawn { edges: string[]; nodes: { id: string; x: number; y: number }[] }
interface Named { id: string; name: string }

const drawn = (page: Page) => page.locator('.map-canvas').evaluate((c) => (c as unknown as { drawn: Drawn }).drawn)
const ids = async (page: Page) => (await drawn(page)).nodes.map((n) => n.id).sort()
const table = (page: Page) => page.locator('tr[data-edge]').evaluateAll((rows) => rows.map((r) => (r as HTMLElement).dataset.edge!).sort())

async function open(page: Page, address: string) {
  await page.goto(address)
  await expect(page.locator('.map-canvas')).toHaveAttribute('data-painted', /[1-9]/)
  await expect(page.locator('.tool-bar')).toBeVisible()
  await page.waitForTimeout(700) // the picture comes to rest
}

/** Bodies of the overview, best connected first: the tests know no name of the sample. */
async function bodies(page: Page): Promise<Named[]> {
  const map = await (await page.request.get('/api/map')).json()
  return map.nodes
}

async function pick(page: Page, body: Named) {
  await page.locator('#tool-pick').fill(body.name)
  await page.getByRole('option').filter({ hasText: body.name }).first().click()
  await expect(page.getByRole('list', { name: 'Chosen bodies' })).toContainText(body.name)
}

const tool = (page: Page, name: string) => page.getByRole('group', { name: 'Tools', exact: true }).getByRole('button', { name }).click()
const find = (page: Page) => page.locator('#tool-panel').getByRole('button', { name: 'Find', exact: true }).click()

async function saved(page: Page, press: () => Promise<void>): Promise<{ text: string; name: string; file: Download }> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  return { text: await readFile(await file.path(), 'utf8'), name: file.suggestedFilename(), file }
}

/** Counts elements of a text that a parser takes for XML. */
const xml = (page: Page, text: string, names: string[]) => page.evaluate(([source, all]) => {
  const doc = new DOMParser().parseFromString(source as string, 'application/xml')
  if (doc.querySelector('parsererror')) throw new Error(doc.documentElement.textContent ?? 'not XML')
  return (all as string[]).map((name) => doc.querySelectorAll(name).length)
}, [text, names] as const)

test('a search adds to the map by keyboard, with kind and life span, and by kind', async ({ page }) => {
  const [first, second] = await bodies(page)
  await open(page, `/map?show=${encodeURIComponent(first!.id)}`)
  await page.locator('#top-search').focus()
  await page.keyboard.type(second!.name)
  await expect(page.getByRole('option').first()).toContainText(second!.name)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => ids(page)).toEqual([first!.id, second!.id].sort())
  await page.locator('#top-search').fill('trust: royal')
  await expect(page.getByRole('option').first()).toContainText(/royal/i)
  await expect(page.getByRole('option').first()).toContainText(/trust|provider/i)
})

test('paths come as a list and onto the map, and Back takes them off', async ({ page }) => {
  const some = await bodies(page)
  const [a, b] = [some[0]!, some[5]!]
  await open(page, '/map')
  const before = await ids(page)
  await tool(page, 'Paths')
  await pick(page, a)
  await pick(page, b)
  await find(page)
  const result = page.locator('.tool-result')
  await expect(result).toContainText(/\d+ shortest paths?/)
  expect(await result.locator('.tool-rows li').count()).toBeGreaterThan(0)
  await result.getByRole('button', { name: /Show only these/ }).click()
  await expect.poll(() => ids(page)).not.toEqual(before)
  expect(await ids(page)).toEqual(expect.arrayContaining([a.id, b.id]))
  expect((await drawn(page)).edges.sort()).toEqual(await table(page))
  await page.goBack()
  await expect.poll(() => ids(page)).toEqual(before)
})

test('what bodies have in common, and what is around one', async ({ page }) => {
  const some = await bodies(page)
  await open(page, `/map?show=${encodeURIComponent(some[0]!.id)}`)
  await tool(page, 'In common')
  await pick(page, some[0]!)
  await pick(page, some[1]!)
  await find(page)
  await expect(page.locator('#tool-panel')).toContainText(/joined to at least two of them|Nothing is joined to two of them/)
  await tool(page, 'Around')
  await find(page)
  const result = page.locator('.tool-result')
  await expect(result).toContainText('within 2 steps')
  await result.getByRole('button', { name: /Add to the map/ }).click()
  await expect.poll(async () => (await ids(page)).length).toBeGreaterThan(1)
  await page.keyboard.press('Escape')
})

test('each panel is sound', async ({ browser, baseURL }, info) => {
  const context = await browser.newContext({ ...info.project.use, baseURL, bypassCSP: true })
  const page = await context.newPage()
  await open(page, '/map')
  await page.evaluate(() => document.querySelectorAll('tbody, .map__twin ul').forEach((list) => [...list.children].slice(6).forEach((row) => row.remove())))
  for (const name of ['Paths', 'In common', 'Around', 'Save and share']) {
    await tool(page, name)
    const { violations } = await new AxeBuilder({ page }).include('[data-map-tools]').include('[data-map-time]').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
    expect(violations.map((v) => `${name}: ${v.id}: ${v.help} (${v.nodes.map((n) => n.target).join(' ')})`)).toEqual([])
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'scrolls sideways').toBeLessThanOrEqual(0)
  await page.keyboard.press('Escape')
  await expect(page.locator('#tool-panel')).toBeHidden()
  await context.close()
})

test('pictures and data are the map that is shown', async ({ page }) => {
  await open(page, '/map?links=4')
  const { nodes, edges } = await drawn(page)
  await tool(page, 'Save and share')
  const press = (name: string) => () => page.locator('.take').getByText(name, { exact: true }).click()
  const svg = await saved(page, press('SVG'))
  expect(await xml(page, svg.text, ['g.node', 'g.edge'])).toEqual([nodes.length, edges.length])
  const png = await saved(page, press('PNG'))
  expect((await readFile(await png.file.path())).subarray(1, 4).toString()).toBe('PNG')
  for (const format of ['GraphML', 'GEXF']) {
    const { text } = await saved(page, press(format))
    expect(await xml(page, text, ['node', 'edge']), format).toEqual([nodes.length, edges.length])
  }
  const json = JSON.parse((await saved(page, press('JSON'))).text)
  expect(json.edges.map((e: { id: string }) => e.id).sort()).toEqual(await table(page))
  const [header, ...csv] = (await saved(page, press('CSV'))).text.trim().split('\n').map((line) => line.trim().split(','))
  const fromEnd = header!.indexOf('edge_id') - header!.length // names before it may hold commas; what stands behind it is empty or days
  expect(csv.map((cells) => cells.at(fromEnd)).filter(Boolean).sort()).toEqual(await table(page))
})

test('a map that was saved opens as it was', async ({ page }) => {
  await open(page, '/map?links=4')
  await page.locator('.map-canvas').focus()
  await page.keyboard.press('+')
  await page.waitForTimeout(900)
  const [address, was] = [page.url(), await drawn(page)]
  await tool(page, 'Save and share')
  const { file, name } = await saved(page, () => page.getByRole('button', { name: 'Save as a file' }).click())
  expect(name).toMatch(/\.map\.json$/)
  await open(page, '/map?as_at=2015-01-01')
  await tool(page, 'Save and share')
  await page.locator('.take input[type=file]').setInputFiles(await file.path())
  await expect(page).toHaveURL(address)
  const rounded = ({ nodes, edges }: Drawn) => ({ edges: edges.sort(), nodes: nodes.map((n) => [n.id, Math.round(n.x / 2), Math.round(n.y / 2)].join()).sort() })
  await expect.poll(async () => (await ids(page)).length).toBe(was.nodes.length)
  await page.waitForTimeout(900)
  expect(rounded(await drawn(page)).edges).toEqual(rounded(was).edges)
  for (const n of (await drawn(page)).nodes) {
    const before = was.nodes.find((o) => o.id === n.id)!
    expect(Math.hypot(n.x - before.x, n.y - before.y), n.id).toBeLessThan(1)
  }
  await page.locator('.take input[type=file]').setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') })
  await expect(page.getByRole('alert')).toContainText('is not a map')
})

test('the evidence pack opens from disk without any request', async ({ page, browser }) => {
  await open(page, '/map?links=4')
  const lines = (await table(page)).length
  await tool(page, 'Save and share')
  const { file, text } = await saved(page, () => page.getByRole('button', { name: 'Evidence pack' }).click())
  expect(text).not.toMatch(/<script/i)
  const context = await browser.newContext({ offline: true })
  const alone = await context.newPage()
  const asked: string[] = []
  alone.on('request', (r) => { if (!/^(file|data):/.test(r.url())) asked.push(r.url()) })
  await alone.setContent(text)
  await expect(alone.locator('img')).toBeVisible()
  expect(await alone.locator('img').first().evaluate((i) => (i as HTMLImageElement).naturalWidth)).toBeGreaterThan(100)
  expect(await alone.locator('table').first().locator('tbody tr').count()).toBe(lines)
  expect(asked).toEqual([])
  expect(file.suggestedFilename()).toMatch(/\.html$/)
  await context.close()
})
