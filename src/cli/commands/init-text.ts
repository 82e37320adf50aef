/** What `mulint init` writes; a setting that is commented out is right when it is taken in. */
export const INIT_JSONC = `// mulint 的设置，全部写法见 README 的“设置文件”。路径从本文件所在的文件夹算起。
// 去掉行首的“// ”就启用一项。
{
  "$schema": "./node_modules/mulint/schemas/config.schema.json",

  // 不再向上级文件夹找设置文件。
  "root": true,

  // 先读这些设置文件，本文件再改。
  // "extends": ["../省/.mulintrc.jsonc"],

  // 规则或者规则族的级别：off、info、warning、error。用 mulint rules 查看全部规则。
  "rules": {
    // "text": "info",
    // "cite-outdated": "error",
    // "complete-profile-item": "info"
  },

  // 由谁公开：auto、department（部门）、county（县级政府）、township（乡镇街道）、domain（试点领域）。
  // "profile": "township",

  // 按这一天的法律判断；不写的，按文件自己的日期，没有的按今天。
  // "asOf": "2026-01-01",

  // 对一部分文件另作设置，后面的优先。
  // "overrides": [
  //   { "files": "年报/**", "kind": "annual-report", "rules": { "annual-date": "warning" } },
  //   { "files": ["*.txt"], "encoding": "gb18030" }
  // ],

  // 不检查的文件；也可以写在 .mulintignore 里。
  // "ignore": ["归档/**", "*.草稿.docx"],

  // 本省、本市的依据和事项类型，法律文本的文件夹。
  // "authorities": ["依据/本市.json"],
  // "deadlines": ["时限/本市.json"],
  // "lawbook": "法律文本",

  // 自己的词：错字、不规范的用语和事项名称，不算错的词；也可以写在文件里，这里写路径。
  // "dictionary": {
  //   "typos": { "云玲市": "云岭市" },
  //   "terms": { "便民大厅": "政务服务大厅" },
  //   "items": { "三重一大": "重大行政决策" },
  //   "accept": ["布署街"]
  // },

  // 达到这一级别时退出码为 1；警告最多几个。
  // "maxWarnings": 20,
  "failOn": "error"
}
`

export const INIT_YAML = `# mulint 的设置，全部写法见 README 的“设置文件”。路径从本文件所在的文件夹算起。
# 去掉行首的“# ”就启用一项。

# 不再向上级文件夹找设置文件。
root: true

# 先读这些设置文件，本文件再改。
# extends: ["../省/.mulintrc.yaml"]

# 规则或者规则族的级别：off、info、warning、error。用 mulint rules 查看全部规则。
# rules:
#   text: info
#   cite-outdated: error
#   complete-profile-item: info

# 由谁公开：auto、department（部门）、county（县级政府）、township（乡镇街道）、domain（试点领域）。
# profile: township

# 按这一天的法律判断；不写的，按文件自己的日期，没有的按今天。
# asOf: 2026-01-01

# 对一部分文件另作设置，后面的优先。
# overrides:
#   - files: "年报/**"
#     kind: annual-report
#     rules: { annual-date: warning }
#   - files: ["*.txt"]
#     encoding: gb18030

# 不检查的文件；也可以写在 .mulintignore 里。
# ignore: ["归档/**", "*.草稿.docx"]

# 本省、本市的依据和事项类型，法律文本的文件夹。
# authorities: ["依据/本市.json"]
# deadlines: ["时限/本市.json"]
# lawbook: 法律文本

# 自己的词：错字、不规范的用语和事项名称，不算错的词；也可以写在文件里，这里写路径。
# dictionary:
#   typos: { 云玲市: 云岭市 }
#   terms: { 便民大厅: 政务服务大厅 }
#   items: { 三重一大: 重大行政决策 }
#   accept: [布署街]

# 达到这一级别时退出码为 1；警告最多几个。
# maxWarnings: 20
failOn: error
`
