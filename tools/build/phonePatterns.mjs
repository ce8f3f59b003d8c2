const PHONE_METADATA = /[\\/]libphonenumber-js[\\/]metadata\.\w+\.json\.js$/;

/** Where the metadata of a country says how its numbers are written (version 4 of the format). */
const FORMATS = 4;

/**
 * Rolldown plugin: leaves out of libphonenumber-js what is needed only to write numbers, for we only read them. Throws when the metadata
 * does not look as it is known to.
 */
export const phonePatterns = () => ({
	name: 'phone-patterns',
	async load(id) {
		if (!PHONE_METADATA.test(id)) return null;
		const { default: metadata } = await import(id);
		if (metadata.version !== 4) throw new Error(`The metadata of libphonenumber-js has version ${metadata.version}, not 4`);
		return `export default ${JSON.stringify({ ...metadata, countries: readOnly(metadata.countries) })}`;
	},
});

function readOnly(countries) {
	return Object.fromEntries(
		Object.entries(countries).map(([name, country]) => [name, country.map((part, index) => (index === FORMATS ? 0 : part))]),
	);
}
