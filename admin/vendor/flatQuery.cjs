/** What `qs` does for addresses without nesting, and no page of the panel has any: names and values, a name more than once a list. */
function parse(search) {
  const parameters = new URLSearchParams(search)
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name)
      return [name, values.length > 1 ? values : values[0]]
    }),
  )
}

function stringify(values, { addQueryPrefix = false } = {}) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null)
  const text = String(new URLSearchParams(given.flatMap(([name, value]) => [value].flat().map((each) => [name, String(each)]))))
  return addQueryPrefix && text ? `?${text}` : text
}

module.exports = { parse, stringify }
