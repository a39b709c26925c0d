-- What was never issued lapses when the colour that asked for it has gone. The record stays; who, when and why stand beside it.
alter table project_supervision
  add column cancelled_because text check (cancelled_because in ('colour-cleared', 'no-longer-supervised', 'asked-twice')),
  add column cancelled_colour text check (cancelled_colour in ('green', 'blue', 'yellow', 'red')),
  add constraint project_supervision_cancelled check ((state = 'CANCELLED') = (cancelled_because is not null) and (state <> 'CANCELLED' or number is null));
comment on column project_supervision.cancelled_colour is 'The colour of the project when it was cancelled; null when it had none any more';

-- Of several that were asked for before the first was issued, the first stays.
update project_supervision letter
set state = 'CANCELLED', cancelled_because = 'asked-twice', closed_on = letter.opened_on, closed_by = 'system', version = version + 1
where state = 'OPEN' and exists (
  select from project_supervision earlier
  where earlier.zone_id = letter.zone_id and earlier.project_id = letter.project_id and earlier.kind = letter.kind
    and earlier.state = 'OPEN' and earlier.id < letter.id);
create unique index project_supervision_one_open on project_supervision (zone_id, project_id, kind) where state = 'OPEN';
