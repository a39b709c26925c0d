import "#domains/projects/web/map.css";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useCallback, useMemo, useState } from "react";
import { GeographyLayer, layerWords } from "#domains/projects/contract/geography.ts";
import type { MapPlace } from "#domains/projects/contract/map-operations.ts";
import { CourseFilters } from "#domains/projects/web/CourseFilters.tsx";
import { mapTexts } from "#domains/projects/web/course-texts.ts";
import { MapDrawer } from "#domains/projects/web/MapDrawer.tsx";
import { MapLegend } from "#domains/projects/web/MapLegend.tsx";
import { MapList } from "#domains/projects/web/MapList.tsx";
import { zoneMap } from "#domains/projects/web/projects-client.ts";
import { UploadGeography } from "#domains/projects/web/UploadGeography.tsx";
import { useCourseFilter } from "#domains/projects/web/use-course-filter.ts";
import { ZoneMap } from "#domains/projects/web/ZoneMap.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { useViewer } from "#ui/viewer.tsx";

export function Page() {
  const { say } = useWords();
  const { permissions } = useViewer();
  const [address, change] = useAddress();
  const [opened, setOpened] = useState<MapPlace>();
  const [uploading, setUploading] = useState(false);
  const filter = useCourseFilter();
  const projects = useQuery({
    queryKey: ["project-map", filter],
    queryFn: () => zoneMap.projectMap(filter),
    placeholderData: keepPreviousData,
  });
  const geography = useQuery({ queryKey: ["geography"], queryFn: () => zoneMap.geography({}), staleTime: 300_000 });
  const hidden = address["hide"] ?? "";
  const shown = useMemo(() => new Set(GeographyLayer.options.filter((layer) => !hidden.split(",").includes(layer))), [hidden]);
  const toggle = (layer: GeographyLayer) =>
    change({ hide: GeographyLayer.options.filter((one) => (one === layer ? shown.has(one) : !shown.has(one))).join(",") });
  const open = useCallback((place: MapPlace) => setOpened(place), []);
  const upload = permissions.has("projects.set-geography") ? (
    <Button onClick={() => setUploading(true)}>{say(mapTexts.upload)}</Button>
  ) : null;
  return (
    <PageView
      title={say(mapTexts.title)}
      state={projects.data ? say(mapTexts.state, { count: projects.data.places.length, without: projects.data.withoutPlace }) : null}
      action={upload}
      filters={<CourseFilters />}
    >
      <Loaded query={projects} rows={8}>
        {({ places }) => (
          <Loaded query={geography} rows={8}>
            {({ layers }) => (
              <>
                <div className="map-page">
                  <div className="stack map-side">
                    {layers.length === 0 ? (
                      <Empty title={say(mapTexts.noGeography)} hint={say(mapTexts.noGeographyHint)} action={upload} />
                    ) : null}
                    {layers.length > 0 || places.length > 0 ? (
                      <div className="section">
                        <fieldset className="map-layers">
                          <legend className="visually-hidden">{say(mapTexts.layers)}</legend>
                          {layers.map(({ layer }) => (
                            <label key={layer} className="check">
                              <input type="checkbox" checked={shown.has(layer)} onChange={() => toggle(layer)} />
                              {say(layerWords[layer])}
                            </label>
                          ))}
                        </fieldset>
                        <ZoneMap layers={layers} shown={shown} places={places} marked={opened?.id} onOpen={open} />
                        <MapLegend places={places} />
                      </div>
                    ) : null}
                  </div>
                  <MapList places={places} onOpen={open} />
                </div>
                {uploading ? <UploadGeography layers={layers} onClose={() => setUploading(false)} /> : null}
              </>
            )}
          </Loaded>
        )}
      </Loaded>
      <MapDrawer place={opened} onClose={() => setOpened(undefined)} />
    </PageView>
  );
}
