import type { FormValues, Opinion } from '../../src/index.ts'

/** 附件1 as an enterprise would fill it. */
export const QUOTA: FormValues = {
  姓名: 'XX',
  性别: '2',
  出生日期: '1986-01-01',
  照片: 'photo',
  民族: '01',
  籍贯: '370300',
  单位所属区域: '370303',
  政治面貌: '13',
  文化程度: '11',
  专业技术职务: '高级工程师',
  毕业院校及专业: 'XX大学材料科学与工程专业',
  毕业时间: '2014-06',
  工作单位: '淄博XX新材料股份有限公司',
  引进时间: '2023-09',
  身份证或护照号: '37030319860101002X',
  联系电话: '13853300000',
  通讯地址: '淄博市张店区XX路XX号',
  邮箱: 'xx@example.com',
  单位服务专员: 'XX',
  专员联系电话: '13853300001',
  学习工作简历: [
    { from: '2004-09', to: '2008-06', text: 'XX大学材料科学与工程学院，大学本科' },
    { from: '2008-09', to: '2014-06', text: 'XX大学材料科学与工程专业，硕博连读，获工学博士学位' },
    { from: '2014-07', to: '2019-12', text: 'XX研究院高分子材料研究所，助理研究员、副研究员' },
    { from: '2020-01', to: '2023-08', text: 'XX新材料（集团）有限公司技术中心，高级工程师、研发部副部长' },
    { from: '2023-09', to: null, text: '淄博XX新材料股份有限公司，首席工程师，负责特种工程塑料中试线建设' },
  ],
  主要业绩及获得荣誉称号:
    '主持完成特种工程塑料连续聚合中试线建设，解决高黏体系传热与脱挥难题，建成年产三百吨示范装置，产品通过用户验证并替代进口。\n以第一完成人获省部级科学技术奖二等奖1项，授权发明专利11件，参与制定国家标准2项；引进后组建12人研发团队，带动企业2023年新增研发投入1800余万元。',
  申领人签字: 'sign-1',
  企业名称: '淄博XX新材料股份有限公司',
  统一社会信用代码: '91370300MA3C000000',
  企业类型: '“四链”融合机制重点实施企业',
  企业情况介绍:
    '公司成立于2009年，主营特种工程塑料及改性材料，现有职工640人，其中研发人员118人，建有省级企业技术中心和博士后创新实践基地。2023年实现营业收入11.8亿元，研发投入占比6.2%，为我市高端化工与先进材料产业链重点企业，列入“四链”融合机制重点实施企业名单。\n企业拟依托该人才建设年产五千吨特种工程塑料产业化项目，项目已列入市级重点项目库，计划2025年底投产。',
  附件材料: [
    { id: 'a', name: '劳动合同.pdf', size: 1_258_291 },
    { id: 'b', name: '博士学位证书及学历认证报告.pdf', size: 880_640 },
  ],
}

/** What somebody has who is half through, with mistakes. */
export const QUOTA_WRONG: FormValues = {
  ...QUOTA,
  照片: undefined,
  毕业时间: '2024-06',
  身份证或护照号: '370303198601010011',
  专员联系电话: '1385330000',
  学习工作简历: [
    { from: '2004-09', to: '2008-06', text: 'XX大学材料科学与工程学院，大学本科' },
    { from: '2008-09', to: '2014-06', text: 'XX大学材料科学与工程专业，硕博连读，获工学博士学位' },
    { from: '2014-07', to: '', text: 'XX研究院高分子材料研究所' },
  ],
  主要业绩及获得荣誉称号: undefined,
  申领人签字: undefined,
}

export function opinion(unit: string, signer: string, text: string, at: string, signature = 'sign-2'): Opinion {
  return {
    taskId: `${unit} ${at}`,
    decision: 'approve',
    text,
    signer: { id: signer, name: signer },
    unit: { id: unit, name: unit },
    signature,
    seal: { unitId: unit, name: unit },
    at,
  }
}

/** 附件1 in front of the city's department: two opinions given, sensitive values masked. */
export const QUOTA_REVIEW: FormValues = {
  ...QUOTA,
  身份证或护照号: '3703**********002X',
  联系电话: '138****0000',
  专员联系电话: '138****0001',
  主管部门: '市工业和信息化局',
  用人单位意见: [
    opinion('淄博XX新材料股份有限公司', '单位经办', '情况属实，同意申报。', '2024-03-11T08:40:00Z', 'sign-1'),
  ],
  区县主管部门意见: [
    opinion(
      '张店区工业和信息化局',
      '张店区工信局负责人',
      '经审核，该同志符合急需紧缺人才条件，材料已按要求补正，同意推荐。',
      '2024-03-14T02:26:00Z',
    ),
  ],
}

/** 附件2 as an employer would fill it. */
export const ELITE: FormValues = {
  ...Object.fromEntries(Object.entries(QUOTA).filter(([key]) => !/^(工作单位|引进时间|企业|单位服务专员$)/.test(key))),
  单位服务专员: 'XX',
  引才单位: '淄博XX新材料股份有限公司',
  拟引进时间: '2024-09',
  拟认定层次: 'B',
  认定依据: '省级杰出人才第3条：省科学技术奖二等奖第一完成人',
}
