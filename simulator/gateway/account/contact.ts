/** A contact of which nothing is known but the phone: what a contact list keeps, by wire name (PROTOCOL section 8). */
export const NEW_CONTACT = {
	region: '',
	operator: '',
	name: '',
	surname: '',
	patronymic: '',
	date_birth: '',
	male: '',
	addition_1: '',
	addition_2: '',
	addition_3: '',
	addition_4: '',
	addition_5: '',
};

/** What is said of a contact; what is absent was not given. */
export type ContactFields = Readonly<Partial<typeof NEW_CONTACT>>;

/** A person on a contact list. */
export interface Contact {
	readonly phone: string;
	readonly fields: Required<ContactFields>;
	/** When it was put on the list or changed, gateway time. */
	readonly updatedAt: number;
}

/** What a new contact list has beside its contacts, by wire name: how birthdays are congratulated on. Nobody is congratulated here. */
export const NEW_LIST = {
	name_base: '',
	time_birth: '12:00',
	local_time_birth: 'no',
	day_before: '0',
	originator_birth: '',
	on_birth: 'no',
	text_birth: '',
};

/** What is said of a contact list; what is absent stays as it is. */
export type ListFields = Readonly<Partial<typeof NEW_LIST>>;
