import { askingOptions, changingOptions, readAskingSettings } from '../../../../nodes/CascadeMessaging/operations/shared/account/options';
import { namesRead } from '../../support/namesRead';
import { refusalOf } from '../../support/refusalOf';

const namesOf = ({ options = [] }: { options?: readonly { name: string }[] }): string[] => options.map(({ name }) => name).sort();

it('shows the options it reads', () => {
	const read = namesRead(readAskingSettings);
	expect(namesOf(changingOptions as never)).toEqual(read);
	expect(namesOf(askingOptions() as never)).toEqual(read);
});

it('an operation may have more', () => {
	const own = { displayName: 'Own', name: 'own', type: 'string', default: '' } as const;
	expect(askingOptions(own).options?.[0]).toBe(own);
});

it('has sensible values where nothing is set', () => {
	expect(readAskingSettings({})).toEqual({ requestsPerMinute: 0, retries: 3, timeoutSeconds: 600 });
});

it('names the option that cannot be read', () => {
	expect(refusalOf(() => readAskingSettings({ retries: 11 }))).toMatchObject({ field: 'Retries' });
});
