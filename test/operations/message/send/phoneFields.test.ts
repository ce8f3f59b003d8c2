import { countryName, phoneFields } from '../../../../nodes/CascadeMessaging/operations/message/send/phoneFields';

it('a country is named in words and by its code', () => {
	expect(countryName('RU')).toBe('Russia (RU)');
	expect(countryName('AC')).toBe('Ascension Island (AC)');
});

it('the countries to choose from stand in the order of the alphabet', () => {
	const names = phoneFields[1]?.options?.map(({ name }) => name) ?? [];
	expect(names.slice(0, 2)).toEqual(['Afghanistan (AF)', 'Åland Islands (AX)']);
	expect(names).toContain('Russia (RU)');
	expect(names.length).toBeGreaterThan(200);
});
