import { expect, test } from 'vitest'
import { oneResult } from '../../src/worker/one-result.ts'
import { builtPage, openPage, until } from './page.ts'

test('the page one-result.html prints the hash that Node computes', async () => {
  const { page, complaints, close } = await openPage({ address: `${await builtPage()}one-result.html` })
  await until(page, `/^[0-9a-f]{16}$/.test(document.getElementById('result').textContent)`)
  expect(await page.locator('#result').textContent()).toBe(oneResult())
  expect(complaints).toEqual([])
  await close()
})
