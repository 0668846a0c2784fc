/** English plurals, for names that Refine would make up: here every register says its own, in Italian. */
const asIs = (word) => word

module.exports = Object.assign(asIs, { singular: asIs, plural: asIs })
