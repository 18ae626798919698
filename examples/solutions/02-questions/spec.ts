import { defineAssignment } from 'descent/author';

export default defineAssignment({ id: '02-questions', title: 'Questions alone' });
