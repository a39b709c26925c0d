-- Each photo has its own time and place, and a small picture of itself for lists; a report has none of its own any more.
alter table project_report drop column longitude, drop column latitude;
alter table project_photo add column thumb_hash text, add foreign key (zone_id, thumb_hash) references file;
comment on column project_photo.file_hash is 'The picture as JPEG without anything that a camera wrote into it; the bytes that were sent are not kept';
comment on column project_photo.thumb_hash is 'The same, small; null for photos from before there were small ones';

-- Who issued, replied and closed: nobody closes what he himself replied, nobody replies to his own letter.
alter table project_supervision
  add column issued_by text,
  add column issued_by_name text,
  add column replied_by text,
  add column replied_by_name text,
  add column closed_by_name text,
  add foreign key (zone_id, addressee_id) references person;
comment on column project_supervision.addressee_id is 'Who answers for it: the owner of the project or the leading official of its task force when it was opened, or whom the letter names';
create unique index project_supervision_number on project_supervision (zone_id, number) where number is not null;
create index project_supervision_addressee on project_supervision (zone_id, addressee_id) where state in ('OPEN', 'ISSUED', 'REPLIED');
