/** A made-up applicant (XX) for the tests: everything of 附件1 and 附件2 that the applicant fills in. */

/** A valid resident identity number of nobody: the sequence numbers at the end of a day far apart. GB 11643-1999. */
export function residentId(region: string, birthDate: string, sequence: number): string {
  const body = `${region}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0)
  return body + '10X98765432'[sum % 11]
}

const BIRTH_DATE = '1986-05-21'

/**
 * The person's part, the same in both tables.
 *
 * @param pictures ids of uploaded files
 * @param sequence tells applicants apart; even is a woman
 */
export function person(pictures: { photo: string; signature: string }, sequence = 2) {
  return {
    姓名: 'XX',
    性别: sequence % 2 === 0 ? '2' : '1',
    出生日期: BIRTH_DATE,
    照片: pictures.photo,
    民族: '01',
    籍贯: '370300',
    政治面貌: '13',
    文化程度: '11',
    专业技术职务: '高级工程师',
    毕业院校及专业: 'XX大学材料科学与工程专业',
    毕业时间: '2014-06',
    身份证或护照号: residentId('370303', BIRTH_DATE, sequence),
    联系电话: '13900000000',
    通讯地址: '淄博市张店区XX路XX号',
    邮箱: 'xx@example.com',
    单位服务专员: 'XX',
    专员联系电话: '0533-3000000',
    学习工作简历: [
      { from: '2004-09', to: '2008-06', text: 'XX大学材料科学与工程学院，大学本科' },
      { from: '2008-09', to: '2014-06', text: 'XX大学材料科学与工程专业，硕博连读，获工学博士学位' },
      { from: '2014-07', to: '2023-08', text: 'XX研究院高分子材料研究所，助理研究员、副研究员' },
      { from: '2023-09', to: null, text: '首席工程师，负责特种工程塑料中试线建设' },
    ],
    主要业绩及获得荣誉称号:
      '主持完成特种工程塑料连续聚合中试线建设，解决高黏体系传热与脱挥难题。\n以第一完成人获省部级科学技术奖二等奖1项，授权发明专利11件。',
    申领人签字: pictures.signature,
  }
}
