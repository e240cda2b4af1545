import './app/old-browsers.ts'
import { mount } from './index.ts'
import './page.css'

const element = document.getElementById('zhupi')
if (!element) throw new Error('The page has no element with the id "zhupi"')
void mount(element)
