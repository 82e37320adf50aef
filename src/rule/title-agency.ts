import type { Catalogue } from '../catalogue/catalogue.ts'
import { usualText } from '../catalogue/gaps.ts'
import { withoutSpace } from '../text/normalise.ts'

/** From the State Council (国务院) down to townships and subdistricts (乡镇、街道). */
export type AgencyLevel = 'central' | 'province' | 'city' | 'county' | 'township'

/** Who publishes a document, as far as its name tells. */
export interface Agency {
  /** As the document writes it. */
  readonly name: string
  /** Undefined for 市教育局, which may be that of a county-level city. */
  readonly level: AgencyLevel | undefined
  /** The name of its own region: 青溪县 of 云岭市青溪县教育局; empty where it gives none. */
  readonly region: string
  /** A government (人民政府), its general office, or a subdistrict office, not one of its departments. */
  readonly isGovernment: boolean
  /** Led from above (垂直管理), so that it may speak of any level. */
  readonly isVertical: boolean
}

/** The agency whose document it is: the one in the title, else the body that most entries name. */
export function agencyOf(catalogue: Catalogue): Agency | undefined {
  return catalogue.once(findAgency)
}

function findAgency(catalogue: Catalogue): Agency | undefined {
  const name = catalogue.agency ?? usualText(catalogue, 'subject') ?? ''
  return readAgency(name)
}

// 川西省    云岭市 青溪县 云水镇人民政府
// province  city   county town
const PLACE =
  /^(?<province>[㐀-䶿一-鿿]{2,7}?(?:省|自治区))?(?<city>(?:(?![省市县区旗])[㐀-䶿一-鿿]){2,8}?(?:自治州|市|州|地区|盟))?(?<county>[㐀-䶿一-鿿]{1,8}?(?:自治县|县|区|旗|市))?(?<town>[㐀-䶿一-鿿]{1,8}?(?:镇|乡|街道)(?=人民政府|政府|办事处|党|$))?/u
/** Words that only end like a place: 城市管理局, 社区矫正. */
const NO_COUNTY = /(?:城市|都市|上市|社区|地区|园区|景区|灾区|山区|库区|小区|特区|辖区)$/u
const MUNICIPALITY = /^(?:北京|天津|上海|重庆)市$/u
const GOVERNMENT =
  /(?:人民政府|[乡镇]政府|[省市县区旗州盟乡镇]|街道|街道办事处|街道办)$|(?:人民政府|[省市县区州]政府)办公[厅室]$/u
const VERTICAL =
  /税务|海关|气象|烟草|邮政|海事|调查队|金融监管|消防|通信管理|出入境|铁路|民航|地震/u
const LONGEST = 60

/** Reads a name such as 云岭市青溪县教育局; undefined for an empty one or a sentence. */
export function readAgency(written: string): Agency | undefined {
  const name = withoutSpace(written)
  if (name === '' || name.length > LONGEST) return undefined
  const isVertical = VERTICAL.test(name)
  const isGovernment = GOVERNMENT.test(name)
  if (/^(?:国家|国务院|中华人民共和国|中国)/u.test(name)) {
    return { name, level: 'central', region: '', isGovernment, isVertical: true }
  }
  const { province, city, county, town } = PLACE.exec(name)?.groups ?? {}
  const isCounty = county !== undefined && !NO_COUNTY.test(county)
  const [level, region] = ((): readonly [AgencyLevel | undefined, string] => {
    if (town !== undefined) return ['township', town]
    if (isCounty) return ['county', county]
    if (city !== undefined) return [MUNICIPALITY.test(city) ? 'province' : 'city', city]
    if (province !== undefined) return ['province', province]
    // 县教育局, but 市教育局 may be that of a county-level city.
    return [LEVEL_WORDS[name[0] ?? ''], '']
  })()
  return { name, level, region, isGovernment, isVertical }
}

const LEVEL_WORDS: Readonly<Record<string, AgencyLevel>> = {
  省: 'province',
  县: 'county',
  区: 'county',
  旗: 'county',
  镇: 'township',
  乡: 'township',
}
