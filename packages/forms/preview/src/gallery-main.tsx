import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { createRoot } from 'react-dom/client'
import 'dayjs/locale/zh-cn'
import { zhupiTheme } from '../../src/react/index.ts'
import { Gallery } from './gallery.tsx'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <ConfigProvider locale={zhCN} theme={zhupiTheme}>
      <Gallery only={decodeURIComponent(location.hash.slice(1)) || undefined} />
    </ConfigProvider>,
  )
}
