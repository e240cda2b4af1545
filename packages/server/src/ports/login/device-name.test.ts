import { expect, it } from 'vitest'
import { deviceName } from './device-name.ts'

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36',
    'Chrome 109 · Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0',
    'Edge 120 · Windows',
  ],
  ['Mozilla/5.0 (X11; Linux aarch64; rv:115.0) Gecko/20100101 Firefox/115.0', 'Firefox 115 · Linux'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1', 'Safari 17 · iOS'],
  [
    'Mozilla/5.0 (Linux; Android 12) Chrome/116.0 Mobile Safari/537.36 wxwork/4.1.10 MicroMessenger/7.0.1',
    '企业微信 4 · Android',
  ],
  ['curl/8.5.0', ''],
  ['', ''],
  [`Chrome/${'9'.repeat(100_000)}`, 'Chrome 9999'],
])('%.60s is %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name)
})
