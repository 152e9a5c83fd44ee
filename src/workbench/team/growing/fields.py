"""The fields of what our people bring along, learn and want, as the user knows them."""

from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_
from workbench.team.growth import Goal, Lesson, Qualification, Recognition, Skill, SkillLevel, Training

QUALIFICATION_TITLE = Field(Qualification.title, N_("Title"))
STUDY_FIELDS = (
    QUALIFICATION_TITLE,
    Field(Qualification.given_by, N_("School")),
    Field(Qualification.gained_on, N_("Finished on"), Kind.DAY),
)
LANGUAGE_FIELDS = (
    Field(Qualification.title, N_("Language")),
    Field(Qualification.level, N_("Level (A1–C2)")),
    Field(Qualification.given_by, N_("Shown by")),
)
SECTOR_FIELDS = (
    Field(Qualification.title, N_("Sector")),
    Field(Qualification.years, N_("Years"), Kind.NUMBER),
    Field(Qualification.given_by, N_("Where")),
)
CERTIFICATE_FIELDS = (
    Field(Qualification.title, N_("Certificate")),
    Field(Qualification.given_by, N_("Issued by")),
    Field(Qualification.gained_on, N_("Since"), Kind.DAY),
    Field(Qualification.expires_on, N_("Expires on"), Kind.DAY),
)
SKILL_FIELDS = (
    Field(Skill.name, N_("Skill")),
    Field(Skill.importance, N_("Importance (1–3)"), Kind.NUMBER),
)
LEVEL_FIELDS = (
    Field(SkillLevel.current, N_("Level now"), Kind.NUMBER),
    Field(SkillLevel.required, N_("Required level"), Kind.NUMBER),
    Field(SkillLevel.as_of, N_("As of"), Kind.DAY),
    Field(SkillLevel.evidence, N_("Evidence"), Kind.NOTE),
)
MEMBER_LEVEL_FIELDS = (Field(SkillLevel.skill_id, N_("Skill"), Kind.REFERENCE), *LEVEL_FIELDS)
TRAINING_TITLE = Field(Training.title, N_("Training"))
TRAINING_FIELDS = (
    TRAINING_TITLE,
    Field(Training.member_id, N_("Member"), Kind.REFERENCE),
    Field(Training.skill_id, N_("Closes the gap in"), Kind.REFERENCE),
    Field(Training.status, N_("Status"), Kind.CHOICE),
    Field(Training.on, N_("Day"), Kind.DAY),
    Field(Training.hours, N_("Hours"), Kind.NUMBER),
    Field(Training.cost, N_("Cost"), Kind.MONEY),
    Field(Training.note, N_("Note"), Kind.NOTE),
)
MEMBER_TRAINING_FIELDS = (TRAINING_TITLE, *TRAINING_FIELDS[2:])
GOAL_FIELDS = (
    Field(Goal.title, N_("Goal")),
    Field(Goal.progress, N_("Progress (0–100 %)"), Kind.NUMBER),
    Field(Goal.by, N_("By"), Kind.DAY),
    Field(Goal.note, N_("Note"), Kind.NOTE),
)
RECOGNITION_FIELDS = (
    Field(Recognition.text, N_("Thanks for"), Kind.NOTE),
    Field(Recognition.on, N_("Day"), Kind.DAY),
    Field(Recognition.from_id, N_("From"), Kind.REFERENCE),
    Field(Recognition.account_id, N_("Account"), Kind.REFERENCE),
)
LESSON_TITLE = Field(Lesson.title, N_("Title"))
LESSON_FIELDS = (
    LESSON_TITLE,
    Field(Lesson.kind, N_("Kind"), Kind.CHOICE),
    Field(Lesson.situation, N_("When it applies"), Kind.NOTE),
    Field(Lesson.advice, N_("What to do"), Kind.NOTE),
    Field(Lesson.account_id, N_("Account"), Kind.REFERENCE),
    Field(Lesson.member_id, N_("Told by"), Kind.REFERENCE),
    Field(Lesson.on, N_("Day"), Kind.DAY),
    Field(Lesson.tags, N_("Tags"), Kind.TAGS),
)
ALL_FIELDS = (
    *(STUDY_FIELDS + LANGUAGE_FIELDS[1:2] + SECTOR_FIELDS[1:2] + CERTIFICATE_FIELDS[3:]),
    *(SKILL_FIELDS + MEMBER_LEVEL_FIELDS + TRAINING_FIELDS + GOAL_FIELDS + RECOGNITION_FIELDS + LESSON_FIELDS),
)
