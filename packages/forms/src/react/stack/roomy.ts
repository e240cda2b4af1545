import type { ConfigProviderProps } from 'antd'

/** Controls for fingers: 48 px high, 16 px text. */
export const ROOMY: Pick<ConfigProviderProps, 'componentSize' | 'theme'> = {
  componentSize: 'large',
  theme: { token: { controlHeightLG: 48, fontSizeLG: 16, controlHeightSM: 44, fontSizeSM: 16 } },
}
