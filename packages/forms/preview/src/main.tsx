import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { createRoot } from 'react-dom/client'
import 'dayjs/locale/zh-cn'
import { zhupiTheme } from '../../src/react/index.ts'
import { Preview } from './preview.tsx'
import './preview.css'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <ConfigProvider locale={zhCN} theme={zhupiTheme}>
      <Preview />
    </ConfigProvider>,
  )
}
