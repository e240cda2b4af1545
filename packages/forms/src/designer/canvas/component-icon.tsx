import {
  AlignLeftOutlined,
  AuditOutlined,
  BankOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  EditOutlined,
  EnvironmentOutlined,
  FieldNumberOutlined,
  FontSizeOutlined,
  FormOutlined,
  IdcardOutlined,
  PaperClipOutlined,
  PayCircleOutlined,
  PictureOutlined,
  ProfileOutlined,
  SelectOutlined,
  TableOutlined,
  TeamOutlined,
  UnorderedListOutlined,
  UserOutlined,
} from '@ant-design/icons'

const ICONS: Record<string, typeof FormOutlined> = {
  Input: FontSizeOutlined,
  TextArea: AlignLeftOutlined,
  NumberPicker: FieldNumberOutlined,
  Select: SelectOutlined,
  Radio: SelectOutlined,
  Checkbox: CheckSquareOutlined,
  ChoiceBox: CheckSquareOutlined,
  DatePicker: CalendarOutlined,
  DateRange: CalendarOutlined,
  ResidentId: IdcardOutlined,
  CreditCode: BankOutlined,
  Division: EnvironmentOutlined,
  Person: UserOutlined,
  Unit: TeamOutlined,
  Photo: PictureOutlined,
  Signature: EditOutlined,
  Opinion: AuditOutlined,
  Resume: UnorderedListOutlined,
  Money: PayCircleOutlined,
  SubTable: TableOutlined,
  Attachments: PaperClipOutlined,
  Section: ProfileOutlined,
}

/** The picture of a component in tree, palette and cells; words stand beside it. */
export function ComponentIcon({ name }: { name: string }) {
  const Icon = ICONS[name] ?? FormOutlined
  return <Icon aria-hidden className="zpd-icon" />
}
