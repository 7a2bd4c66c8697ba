package org.relais.keycloak.rest;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.relais.keycloak.grant.GroupCounts;
import org.relais.keycloak.grant.Members;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Profile;
import org.relais.keycloak.school.Schools;

/** Shows managed groups with their counts, applications and managers: a constant number of statements. */
final class GroupViews {

    private final Call call;

    GroupViews(Call call) {
        this.call = call;
    }

    List<GroupView> show(Collection<ManagedGroup> groups) {
        Map<String, GroupCounts> counts = new Members(call.session(), call.realm(), call.clock()).count(groups);
        Map<String, List<ManagerView>> managers = new ManagerViews(call).of(groups);
        return groups.stream()
                .map(group -> show(group, counts.get(group.id()), managers.get(group.id()), null, null, null))
                .toList();
    }

    GroupView showWhole(ManagedGroup group) {
        LocalDate today = call.academy().today(call.clock());
        Profile profile = group.profile();
        GroupView.Rules rules = new GroupView.Rules(
                profile.suggestedLastDay(today).toString(),
                profile.latestLastDay(today).toString(),
                profile.reasonRequired());
        List<GroupView.Sibling> together = new Schools(call.session(), call.realm())
                .groupsOf(List.of(group.school())).stream()
                        .filter(other -> profile.offersTogether(other.profile()))
                        .map(other -> new GroupView.Sibling(
                                other.id(),
                                other.profile().suffix(),
                                other.profile().label(call.locale()),
                                applicationsOf(other)))
                        .toList();
        List<ManagedGroup> alone = List.of(group);
        return show(
                group,
                new Members(call.session(), call.realm(), call.clock())
                        .count(alone)
                        .get(group.id()),
                new ManagerViews(call).of(alone).get(group.id()),
                rules,
                together,
                call.authority().mayDelegate(group));
    }

    List<ApplicationView> applicationsOf(ManagedGroup group) {
        return group.clientIds().stream().map(this::application).toList();
    }

    private GroupView show(
            ManagedGroup group,
            GroupCounts counts,
            List<ManagerView> managers,
            GroupView.Rules rules,
            List<GroupView.Sibling> together,
            Boolean mayDelegate) {
        return new GroupView(
                group.id(),
                group.name(),
                group.profile().label(call.locale()),
                group.description(),
                group.school(),
                group.profile().suffix(),
                group.profile().population().name(),
                call.authority().mayChange(group),
                counts,
                applicationsOf(group),
                managers,
                rules,
                together,
                mayDelegate);
    }

    private ApplicationView application(String clientId) {
        String name = Optional.ofNullable(call.realm().getClientByClientId(clientId))
                .map(ClientModel::getName)
                .filter(it -> !it.isBlank() && !it.startsWith("${"))
                .orElse(clientId);
        return new ApplicationView(clientId, name);
    }
}
